/** Runs a program and measures what it takes, with all the programs it starts. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** How often memory is looked at, in milliseconds. */
const pause = 100;

export interface Measured {
  readonly code: number | null;
  readonly output: string;
  /** From start to end, in seconds. */
  readonly seconds: number;
  /** Time of processors, in seconds: what does not grow because others use the machine. 0 without /proc. */
  readonly cpuSeconds: number;
  /** The most memory that was in use at one time, in bytes; 0 without /proc. */
  readonly peakBytes: number;
  /** The most that one program alone had, at whatever time. */
  readonly largestBytes: number;
}

/** @throws Error where the program cannot be started */
export function measured(
  command: string,
  args: readonly string[],
  { cwd, env = process.env }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    // A group of its own tells its programs from others.
    const child = spawn(command, args, {
      cwd,
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let peakBytes = 0;
    let largestBytes = 0;
    /** By process, since a process that has ended is no longer listed. */
    const ticks = new Map<string, number>();
    const look = () => {
      const now = processesOf(child.pid);
      for (const { id, cpuTicks } of now) ticks.set(id, cpuTicks);
      peakBytes = Math.max(
        peakBytes,
        now.reduce((sum, { bytes }) => sum + bytes, 0),
      );
      largestBytes = Math.max(largestBytes, ...now.map(({ bytes }) => bytes));
    };
    const timer = setInterval(look, pause);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    child.once('exit', look);
    child.once('close', (code) => {
      clearInterval(timer);
      const total = [...ticks.values()].reduce((sum, count) => sum + count, 0);
      resolve({
        code,
        output,
        seconds: (performance.now() - begun) / 1000,
        cpuSeconds: total / ticksPerSecond,
        peakBytes,
        largestBytes,
      });
    });
  });
}

/** USER_HZ, which is 100 on every Linux that Node runs on (proc(5)). */
const ticksPerSecond = 100;

/** What the programs of a group use now, as Linux tells it (proc(5)). */
function processesOf(group: number | undefined) {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        // The name, in brackets, may hold anything; the fields begin behind it.
        const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        if (Number(stat[2]) !== group) return [];
        const rss = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
        return [
          {
            id,
            cpuTicks: Number(stat[11]) + Number(stat[12]),
            bytes: Number(rss ?? 0) * 1024,
          },
        ];
      } catch {
        // It has just ended.
        return [];
      }
    });
}
