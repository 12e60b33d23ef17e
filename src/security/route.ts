/** Whom to tell about a hole in the site. There is no such file where there is nobody to tell. */
import { absolute } from '../i18n/addresses.ts';
import { editions } from '../i18n/languages.ts';
import { settings } from '../site.ts';
import { securityFile, securityText } from './security-txt.ts';

export const text = securityText(
  settings.contact,
  absolute(settings.base + securityFile),
  editions,
);

export const GET = () => new Response(text);
