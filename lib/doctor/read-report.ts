import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/db/db';
import { doctorReports } from '@/lib/db/schema';
import type { DoctorReport } from '@/lib/doctor/model';

/** The doctor's last report of a domain; null when it was never run. */
export async function readReport(db: Db, domainId: string): Promise<DoctorReport | null> {
  const [row] = await db
    .select({ report: doctorReports.report })
    .from(doctorReports)
    .where(eq(doctorReports.domainId, domainId));
  return row?.report ?? null;
}
