/** The interface's languages. Korean is the default whatever the locale. */
export type Language = 'ko' | 'en';

/** What a message is told; a number is written as the message decides. */
export type Params = Readonly<Record<string, string | number | null>>;

/** A message: a fixed text, or one made from its parameters. */
export type MessageText = string | ((params: Params) => string);

/** A message in both languages. */
export type Message = Readonly<Record<Language, MessageText>>;

/** The table a messages file holds: `satisfies MessageTable` keeps its keys. */
export type MessageTable = Readonly<Record<string, Message>>;
