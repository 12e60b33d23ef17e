/** The part of the library that is used; it has no types of its own. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  /** Moves the range to the bounds of its words. */
  export function generateFragmentFromRange(range: Range): {
    /** 0: found. */
    readonly status: number;
    readonly fragment?: {
      readonly prefix?: string;
      readonly textStart: string;
      readonly textEnd?: string;
      readonly suffix?: string;
    };
  };
}
