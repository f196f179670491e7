/** The interface's languages. Korean is the default in any locale. */
export type Language = 'ko' | 'en';

/** The values that stand in a message; each message decides how it writes a number. */
export type Params = Readonly<Record<string, string | number | null>>;

/** A message: a fixed text, or one made from its parameters. */
export type MessageText = string | ((params: Params) => string);

/** A message in both languages. */
export type Message = Readonly<Record<Language, MessageText>>;

/** The table a messages file holds: `satisfies MessageTable` keeps its keys. */
export type MessageTable = Readonly<Record<string, Message>>;
