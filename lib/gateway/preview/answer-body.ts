import type { SampleAnswer } from '../preview-response';
import { headerValue, mediaType } from '../resolve/headers';
import { templateInput } from '../resolve/make-body';
import type { ResolveCall } from '../resolve/model';
import type { SelectedResponse } from '../resolve/select-response';
import type { RenderTemplate, TemplateOverrides } from '../templates/model';

export type AnswerBody =
  | { ok: true; text: string | null; contentType: string; overrides: TemplateOverrides | null }
  | { ok: false; sentence: string };

/** The answer's body: by the template of the back end's content type, else the first; an empty one passes it on. Facts 04, 4.7. */
export function answerBody(
  call: ResolveCall,
  response: SelectedResponse,
  answer: SampleAnswer,
  render: RenderTemplate | undefined,
): AnswerBody {
  const templates = Object.entries(response.templates);
  const type = mediaType(headerValue(answer.headers, 'Content-Type'));
  const [contentType = 'application/json', template = ''] =
    templates.find(([key]) => key.toLowerCase() === type) ?? templates[0] ?? [];
  if (template === '') return { ok: true, text: answer.body, contentType, overrides: null };
  if (!render) return { ok: true, text: null, contentType, overrides: null };
  const rendered = render(template, templateInput(call, answer.body));
  if (!rendered.ok)
    return { ok: false, sentence: `The response template of ${contentType} fails: ${rendered.sentence}` };
  return { ok: true, text: rendered.text, contentType, overrides: rendered.overrides };
}
