/** Components as the linter sees them when a `.ts` file renders one; `astro check` knows their props. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
