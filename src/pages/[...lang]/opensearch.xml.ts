/** How a browser asks the search from its address bar: an OpenSearch 1.1 description. */
import type { APIRoute } from 'astro';
import { absolute, addressesOf } from '../../i18n/addresses.ts';
import type { Edition } from '../../i18n/languages.ts';
import { editionPaths } from '../../i18n/paths.ts';
import { wordsOf } from '../../i18n/words.ts';
import { escaped } from '../../share/xml.ts';
import { settings } from '../../site.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ language: Edition }> = ({ props: { language } }) => {
  const { site, search } = wordsOf(language);
  const to = addressesOf(language);
  const template = `${absolute(to.page('search'))}?q={searchTerms}`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(site.shortName)}</ShortName>
  <LongName>${escaped(site.name)}</LongName>
  <Description>${escaped(search.description)}</Description>
  <Url type="text/html" method="get" template="${escaped(template)}"/>
  <Image width="16" height="16" type="image/svg+xml">${escaped(absolute(`${settings.base}favicon.svg`))}</Image>
  <Language>${language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`);
};
