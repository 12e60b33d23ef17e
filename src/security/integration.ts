/** Publishes security.txt. Its folder begins with a dot, which no other tool looks into. */
import type { AstroIntegration } from 'astro';
import { text } from './route.ts';
import { securityFile } from './security-txt.ts';

export function securityContact(): AstroIntegration {
  return {
    name: 'security-contact',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        if (text === undefined) return;
        const entrypoint = new URL('./route.ts', import.meta.url);
        injectRoute({ pattern: `/${securityFile}`, entrypoint, prerender: true });
      },
    },
  };
}
