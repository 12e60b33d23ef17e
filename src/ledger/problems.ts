/** What is wrong with the content, told so that a writer can mend it without reading code. */

/** One thing that is wrong. */
export interface Problem {
  /** The file, relative to the project. */
  readonly file: string;
  /** The line, counted from 1, where there is one. */
  readonly line?: number | undefined;
  /** What is wrong, with the bad value. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string | undefined;
}

/** `file:line  message remedy`: the form that editors and terminals turn into a link. */
export function formatProblem({ file, line, message, remedy }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return remedy === undefined ? `${place}  ${message}` : `${place}  ${message} ${remedy}`;
}

/** Stops a build. Its message lists every problem, in the order of files and lines. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = problems.toSorted(
      (a, b) => a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0),
    );
    const count = sorted.length === 1 ? '1 problem' : `${sorted.length} problems`;
    super(`${count} in the content:\n${sorted.map(formatProblem).join('\n')}`);
    this.name = 'ContentError';
    this.problems = sorted;
  }
}
