/** Static paths: which addresses each edition has. */
import { editions, rootLanguage, type Edition, type Language } from './languages.ts';

/** The `lang` part of an address: nothing for the language at the root. */
export function langParam(language: Language): string | undefined {
  return language === rootLanguage ? undefined : language;
}

/** One page in each edition. For `getStaticPaths` of `[...lang]/….astro`. */
export function editionPaths() {
  return editions.map((language) => ({
    params: { lang: langParam(language) },
    props: { language },
  }));
}

/**
 * One page for each record in each edition. For `getStaticPaths` of `[...lang]/…/[slug].astro`.
 *
 * @param recordsOf gives an edition's records with their slugs
 */
export function recordPaths<Props extends object>(
  recordsOf: (language: Edition) => readonly { slug: string; props: Props }[],
) {
  return editions.flatMap((language) =>
    recordsOf(language).map(({ slug, props }) => ({
      params: { lang: langParam(language), slug },
      props: { language, ...props },
    })),
  );
}
