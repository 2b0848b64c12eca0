import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/auth-options';

const handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) =>
  NextAuth(request as Parameters<typeof NextAuth>[0], context as Parameters<typeof NextAuth>[1], authOptions());

export { handler as GET, handler as POST };
