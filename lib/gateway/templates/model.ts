/** What a mapping template works on. */
export interface TemplateInput {
  body: string;
  /** Decoded; of repeated names the last value. */
  params: Record<'path' | 'querystring' | 'header', Record<string, string>>;
  /** Nested: `{ requestId, identity: { sourceIp } }`. */
  context: Record<string, unknown>;
  stageVariables: Record<string, string>;
}

/** What a template sets beside the body it makes. */
export interface TemplateOverrides {
  request: Record<'header' | 'path' | 'querystring', Record<string, string>>;
  response: { header: Record<string, string>; status: number | null };
}

export type RenderedTemplate =
  | { ok: true; text: string; overrides: TemplateOverrides }
  | { ok: false /** Why, for people. */; sentence: string };

export type RenderTemplate = (template: string, input: TemplateInput) => RenderedTemplate;
