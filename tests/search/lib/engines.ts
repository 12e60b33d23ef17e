/** What every engine of the bench has in common. */

/** What an engine gave for a query. */
export interface EngineAnswer {
  /** Addresses without the origin, the best first, at most ten. */
  readonly results: readonly string[];
  /** What the page says it searched for instead; undefined where it corrected nothing. */
  readonly correction?: string | undefined;
  /** The address in the short answer above the results; undefined where there is none. */
  readonly shortAnswer?: string | undefined;
}

/** A search that can be asked. */
export interface SearchEngine {
  ask(query: string): Promise<EngineAnswer>;
}

export const engineNames = ['site', 'pagefind', 'minisearch'] as const;

export type EngineName = (typeof engineNames)[number];
