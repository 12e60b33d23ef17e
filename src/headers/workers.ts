/**
 * Pages are under Trusted Types: a text becomes no markup and no code, anywhere. The one exception
 * are the addresses of the site's two workers, which must be let through where they are started.
 */

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string | null }): void;
}

/** Lets the browser start the site's own workers, and nothing else. May be called once in a page. */
export function letWorkersStart(): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  const search = `${import.meta.env.BASE_URL}pagefind/pagefind-worker.js`;
  const own = import.meta.env.KEEPS_PAGES ? [`${import.meta.env.BASE_URL}sw.js`, search] : [search];
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (own.includes(address) ? address : null),
  });
}
