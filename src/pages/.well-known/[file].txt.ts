/** Whom to tell about a hole in the site; there is no file where there is nobody to tell. */
import { absolute } from '../../i18n/addresses.ts';
import { editions } from '../../i18n/languages.ts';
import { securityFile, securityText } from '../../security/security-txt.ts';
import { settings } from '../../site.ts';

const text = securityText(settings.contact, absolute(settings.base + securityFile), editions);

export const getStaticPaths = () => (text === undefined ? [] : [{ params: { file: 'security' } }]);

export const GET = () => new Response(text);
