/** What wrk says of the load it made. */
import { Failure } from '../lib/failure.mjs';

export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Within how long half of the answers came, and 99 of 100, as wrk writes it: `1.20ms`. */
  readonly median: string;
  readonly p99: string;
  /** Requests without an answer, and answers that are no page. */
  readonly failed: number;
}

/**
 * Reads the output of `wrk --latency`.
 *
 * @throws Failure where it is something else
 */
export function loadOf(output: string): Load {
  const found = (pattern: RegExp): string => {
    const [, value] = pattern.exec(output) ?? [];
    if (value === undefined) throw new Failure(`wrk says: ${output.trim()}`);
    return value;
  };
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(
    output,
  );
  const others = /Non-2xx or 3xx responses: (\d+)/.exec(output);
  return {
    requests: Number(found(/(\d+) requests in/)),
    perSecond: Number(found(/Requests\/sec:\s+([\d.]+)/)),
    median: found(/^ +50% +(\S+)$/m),
    p99: found(/^ +99% +(\S+)$/m),
    failed: [...(errors?.slice(1) ?? []), ...(others?.slice(1) ?? [])].reduce(
      (sum, count) => sum + Number(count),
      0,
    ),
  };
}
