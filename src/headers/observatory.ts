/**
 * The score that Mozilla's HTTP Observatory would give an answer. The ten tests and their points are
 * those of its scoring tables: package `@mdn/mdn-http-observatory` 1.4.8, `src/grader/charts.js` and
 * `src/analyzer/tests/`. What the site can never have (several kinds of cookies, scripts of other
 * hosts) is put together. Where tables and code of it differ, the stricter one holds.
 */

/** What a host answers to the address that is scored. */
export interface Scored {
  /** Response headers; names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
  /** Whether `http://` leads to `https://` of the same host. No header does that: the host must. */
  readonly redirectsToHttps: boolean;
  /** Whether the domain is in the list of those that browsers open by https only. */
  readonly preloaded?: boolean;
}

/** What one test found. */
export interface Finding {
  readonly test: string;
  readonly result: string;
  /** What it adds to 100. Positive points count only where the negative ones leave 90. */
  readonly points: number;
}

export interface Score {
  readonly score: number;
  readonly findings: readonly Finding[];
}

/** Six months, as the Observatory counts them, in seconds. */
const sixMonths = 15_552_000;

const broad = /^(?:\*|https?:|ftp:|https?:\/\/\*(?:\.\*)?)$/;
const insecure = /^(?:http|ftp):/;
const privateReferrer =
  /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/;

/** Scores an answer; 100 is a plain A+, 145 the most there is. */
export function observatory(scored: Scored): Score {
  const headers = new Map(
    Object.entries(scored.headers).map(([name, value]) => [name.toLowerCase(), value.trim()]),
  );
  const value = (name: string) => headers.get(name)?.toLowerCase();
  const findings: Finding[] = [
    { test: 'content-security-policy', ...policyScore(headers, scored.html) },
    { test: 'cookies', ...cookieScore(value('set-cookie')) },
    { test: 'cross-origin-resource-sharing', ...sharingScore(value) },
    { test: 'redirection', ...redirectionScore(scored) },
    { test: 'referrer-policy', ...referrerScore(value('referrer-policy')) },
    { test: 'strict-transport-security', ...transportScore(value, scored.preloaded === true) },
    { test: 'subresource-integrity', ...integrityScore(scored.html) },
    { test: 'x-content-type-options', ...sniffingScore(value('x-content-type-options')) },
    { test: 'x-frame-options', ...frameScore(value) },
    { test: 'cross-origin-resource-policy', ...resourceScore(value) },
  ];
  const sum = (points: readonly number[]) => points.reduce((total, one) => total + one, 0);
  const points = findings.map((finding) => finding.points);
  const withoutBonus = 100 + sum(points.filter((one) => one < 0));
  const bonus = withoutBonus >= 90 ? sum(points.filter((one) => one > 0)) : 0;
  return { score: Math.max(0, withoutBonus + bonus), findings };
}

type Part = Omit<Finding, 'test'>;
type Value = (name: string) => string | undefined;
type Policy = ReadonlyMap<string, ReadonlySet<string>>;

function policyScore(headers: ReadonlyMap<string, string>, html: string): Part {
  const inHtml = [
    ...html.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)"/gi),
  ];
  const header = headers.get('content-security-policy');
  const policies = [
    ...(header === undefined ? [] : [header]),
    ...inHtml.map(([, text = '']) => text),
  ];
  if (policies.length === 0) return { result: 'no policy', points: -25 };
  const parsed = policies.map(parsePolicy);
  if (parsed.includes(undefined)) return { result: 'a directive stands twice', points: -25 };
  const policy = allEnforced(parsed.filter((one) => one !== undefined));
  const sources = (name: string) => [
    ...(policy.get(name) ?? policy.get('default-src') ?? new Set(['*'])),
  ];
  const script = withoutIgnored(sources('script-src'));
  const style = withoutIgnored(sources('style-src'));
  const isUnsafe = (source: string) =>
    broad.test(source) || source === "'unsafe-inline'" || source === 'data:';
  const passive = [...sources('img-src'), ...sources('media-src')];
  const active = [...policy]
    .filter(([name]) => name !== 'img-src' && name !== 'media-src')
    .flatMap(([, values]) => [...values]);
  if (script.some(isUnsafe) || sources('object-src').some((source) => broad.test(source))) {
    return { result: 'scripts or objects from anywhere', points: -20 };
  }
  if (active.some((source) => insecure.test(source))) {
    return { result: 'content over http', points: -20 };
  }
  if ([...script, ...style].includes("'unsafe-eval'")) return { result: 'eval', points: -10 };
  if (passive.some((source) => insecure.test(source))) {
    return { result: 'images over http', points: -10 };
  }
  if (style.some(isUnsafe)) return { result: 'styles from anywhere', points: 0 };
  const form = [...(policy.get('form-action') ?? ['*'])];
  const isClosed = [...(policy.get('default-src') ?? [])].join() === "'none'";
  return isClosed && !form.some((source) => broad.test(source))
    ? { result: "default-src 'none', nothing unsafe", points: 10 }
    : { result: 'nothing unsafe', points: 5 };
}

/** @returns undefined where a directive stands twice */
function parsePolicy(text: string): Policy | undefined {
  const directives = text
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name !== '')
    .map(([name = '', ...sources]) => [name.toLowerCase(), new Set(sources)] as const);
  const policy = new Map(directives);
  return policy.size === directives.length ? policy : undefined;
}

/** Several policies hold at once, so only what all of them allow is allowed. */
function allEnforced(policies: readonly Policy[]): Policy {
  const names = new Set(policies.flatMap((policy) => [...policy.keys()]));
  return new Map(
    [...names].map((name) => {
      const [first = new Set<string>(), ...others] = policies
        .map((policy) => policy.get(name))
        .filter((sources) => sources !== undefined);
      const common = others.reduce((left, right) => left.intersection(right), first);
      return [name, common.size === 0 && first.size > 0 ? new Set(["'none'"]) : common];
    }),
  );
}

/** Where there is a hash, browsers ignore `'unsafe-inline'`. */
function withoutIgnored(sources: readonly string[]): string[] {
  const hasHash = sources.some((source) => /^'(?:sha(?:256|384|512)|nonce)-/.test(source));
  return sources.filter((source) => !hasHash || source !== "'unsafe-inline'");
}

function cookieScore(cookie: string | undefined): Part {
  if (cookie === undefined) return { result: 'none', points: 0 };
  const isSafe = ['secure', 'httponly', 'samesite'].every((word) => cookie.includes(word));
  return isSafe ? { result: 'all secure', points: 5 } : { result: 'not all secure', points: -20 };
}

function sharingScore(value: Value): Part {
  const isOpen =
    value('access-control-allow-origin') !== undefined &&
    value('access-control-allow-credentials') === 'true';
  return isOpen ? { result: 'to anybody', points: -50 } : { result: 'well', points: 0 };
}

function redirectionScore({ redirectsToHttps, preloaded = false }: Scored): Part {
  return redirectsToHttps || preloaded
    ? { result: 'to https', points: 0 }
    : { result: 'none', points: -20 };
}

function referrerScore(policy: string | undefined): Part {
  if (policy === undefined) return { result: 'none', points: 0 };
  const isPrivate = privateReferrer.test(policy.split(',').at(-1)?.trim() ?? '');
  return isPrivate ? { result: 'private', points: 5 } : { result: 'tells pages', points: -5 };
}

function transportScore(value: Value, preloaded: boolean): Part {
  if (preloaded) return { result: 'preloaded', points: 5 };
  const [, age] = /(?:^|;)\s*max-age=(\d+)/.exec(value('strict-transport-security') ?? '') ?? [];
  if (age === undefined) return { result: 'none', points: -20 };
  return Number(age) >= sixMonths
    ? { result: 'six months or more', points: 0 }
    : { result: 'less than six months', points: -10 };
}

/** Scripts of other hosts are not counted: the site has none, which other tests hold it to. */
function integrityScore(html: string): Part {
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc=[^>]*>/g)].map(([tag]) => tag);
  if (scripts.length === 0) return { result: 'no script is loaded', points: 0 };
  return scripts.every((tag) => /\bintegrity="sha\d+-/.test(tag))
    ? { result: 'all scripts', points: 5 }
    : { result: 'not all scripts', points: 0 };
}

function sniffingScore(options: string | undefined): Part {
  return options === 'nosniff' ? { result: 'nosniff', points: 0 } : { result: 'none', points: -5 };
}

function frameScore(value: Value): Part {
  const policy = value('content-security-policy') ?? '';
  if (/(?:^|;)\s*frame-ancestors\s+(?:'none'|'self')/.test(policy)) {
    return { result: 'by the policy', points: 5 };
  }
  return /^(?:deny|sameorigin)$/.test(value('x-frame-options') ?? '')
    ? { result: 'by its own header', points: 0 }
    : { result: 'none', points: -20 };
}

function resourceScore(value: Value): Part {
  const policy = value('cross-origin-resource-policy');
  if (policy === undefined) return { result: 'none', points: 0 };
  if (/^same-(?:origin|site)$/.test(policy)) return { result: policy, points: 10 };
  return policy === 'cross-origin'
    ? { result: policy, points: 0 }
    : { result: 'not understood', points: -5 };
}
