import { z } from 'zod';

/** The role that API Gateway takes on to call a service; `arn:aws:iam::*:user/*` calls as the client itself (IAM only). */
export const roleSchema = z
  .string()
  .trim()
  .min(1, 'Enter the ARN of the role that may call the service.')
  .max(2048, 'At most 2,048 characters.')
  .regex(
    /^$|^arn:aws[a-z-]*:iam::(\d{12}:role\/\S+|\*:user\/\*)$|\$\{stageVariables\.\w+\}/,
    'The ARN of a role: arn:aws:iam::ACCOUNT:role/NAME.',
  );
