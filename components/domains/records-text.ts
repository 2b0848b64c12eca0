export { recordsMail, recordsText } from '@/lib/domains/records-text';
