ALTER TABLE "domains" ADD COLUMN "takeover_confirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "certificate_attempt" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "removal_requested_at" timestamp with time zone;