/** The questions that a search asks the index on the disk, and the answers: what the two share. */

/** A query for the newest entries that match an expression of FTS5 (https://sqlite.org/fts5.html) and all filters. */
export interface CandidateQuery {
  /** By the tokens of their titles, or of titles and texts. */
  readonly in: 'titles' | 'texts';
  /** Null if any entry will do. */
  readonly match: string | null;
  /** Feed names. */
  readonly sections: readonly string[];
  /** Words of articles' tags. */
  readonly tags: readonly string[];
  /** Only read headlines, or only unread ones; null for both. */
  readonly read: boolean | null;
  /** When it was published, in ms: from the one, before the other. */
  readonly from: number | null;
  readonly to: number | null;
  /** Only entries with lower numbers: older ones. */
  readonly below: number | null;
  readonly limit: number;
}

/** The filters of a query by words alone. */
export const UNFILTERED = {
  sections: [],
  tags: [],
  read: null,
  from: null,
  to: null,
  below: null,
} as const satisfies Partial<CandidateQuery>;

/** An entry of the index. Numbers rise with time. */
export interface Candidate {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** In ms since the epoch; null without a date. */
  readonly time: number | null;
  /** Its lead, where its text was asked for; null for an article that no feed gave. */
  readonly lead: string | null;
}

/** Something that the index does not hold as it is now. */
export interface Unindexed {
  readonly id: string;
  /** Null for an article that no feed gave, and for one that is gone. */
  readonly headline: {
    readonly title: string;
    readonly summary: string;
    readonly time: number | null;
    readonly section: string | null;
    readonly sections: readonly string[];
  } | null;
  /**
   * The text as it is kept, a lead or an article's JSON, where texts were asked for; null for an article
   * without one.
   */
  readonly raw: string | null;
}

/** The index, as far as searching needs it. */
export interface CandidateSource {
  /** Newest first. Entries that have changed since they were indexed are left out. */
  candidates(query: CandidateQuery): Candidate[];
  /**
   * The titles or texts to be indexed, from the highest id down; with `below`, from the one before that id. `leads`: the
   * headlines of which the title is indexed and the lead is not.
   */
  unindexed(what: 'titles' | 'texts' | 'leads', below: string | null, limit: number): Unindexed[];
}
