import { writeFileSync } from 'node:fs';
import { permissionsDocument } from '@/lib/aws/iam/permissions-document';

writeFileSync('docs/aws-permissions.md', permissionsDocument());
