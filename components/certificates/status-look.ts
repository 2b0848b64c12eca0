import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tone';
import type { Certificate } from '@/lib/inventory/model';

/** Word, tone and icon of each status of ACM. */
export const certificateStatusLooks: Record<Certificate['status'], { word: string; tone: Tone; icon: IconName }> = {
  ISSUED: { word: 'Issued', tone: 'green', icon: 'circle-check' },
  PENDING_VALIDATION: { word: 'Pending', tone: 'amber', icon: 'clock' },
  INACTIVE: { word: 'Inactive', tone: 'grey', icon: 'circle-minus' },
  EXPIRED: { word: 'Expired', tone: 'red', icon: 'circle-x' },
  VALIDATION_TIMED_OUT: { word: 'Timed out', tone: 'red', icon: 'circle-x' },
  REVOKED: { word: 'Revoked', tone: 'red', icon: 'ban' },
  FAILED: { word: 'Failed', tone: 'red', icon: 'circle-x' },
};

/** Where a certificate comes from. */
export const certificateTypeWords: Record<Certificate['type'], string> = {
  AMAZON_ISSUED: 'Issued by Amazon',
  IMPORTED: 'Imported',
  PRIVATE: 'Private CA',
};
