/** Every page may be listed; where the sitemap is. */
import { absolute } from '../i18n/addresses.ts';
import { settings } from '../site.ts';

export const GET = () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${absolute(`${settings.base}sitemap-index.xml`)}\n`,
  );
