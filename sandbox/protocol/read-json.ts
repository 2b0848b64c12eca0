import type { JsonCodec2 } from '@smithy/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';
import type { ReadBody } from './decode-input';
import { Failure } from './failure';
import { misfitOf } from './misfit';

/**
 * Reads JSON bodies by a codec; what isn't JSON, or of other kinds than the schema says, is AWS's SerializationException.
 * @param named whether members go by the names of the `jsonName` trait
 */
export function jsonReader(codec: JsonCodec2, named: boolean): ReadBody {
  return async (schema: NormalizedSchema, body: Buffer) => {
    const text = body.toString('utf8');
    const misfit = misfitOf(schema, parse(text), named);
    if (misfit !== undefined) throw new Failure('SerializationException', misfit);
    return codec.createDeserializer().read(schema, text);
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Failure('SerializationException', `Could not parse the request body: ${String(cause)}`);
  }
}
