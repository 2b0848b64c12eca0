import { handleNextAuth } from '@/lib/auth/handle-next-auth';

export { handleNextAuth as GET, handleNextAuth as POST };
