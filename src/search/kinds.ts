/** The kinds of page a search result can be. Facts and sources are reached from articles, not by search. */
export const resultKinds = ['explainer', 'term', 'claim', 'country', 'page'] as const;

export type ResultKind = (typeof resultKinds)[number];
