/** Names of the variables of a resource path or of a URI, `{proxy+}` as `proxy`; `${stageVariables.x}` is none. */
export function pathVariables(text: string): string[] {
  return [...text.matchAll(/(\$)?\{([^{}]+?)\+?\}/g)].flatMap(([, dollar, name]) => (dollar || !name ? [] : [name]));
}
