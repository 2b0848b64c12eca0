ALTER TABLE "domains" ADD COLUMN "replaces_certificate_arn" text;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "full_look_asked_at" timestamp with time zone;