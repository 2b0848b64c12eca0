export type { RouteFacts } from '@/lib/routes/model';
