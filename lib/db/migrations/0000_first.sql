CREATE TABLE "audit_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"phase" text NOT NULL,
	"intent_id" integer,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"ip" text,
	"action" text NOT NULL,
	"resource_type" text NOT NULL,
	"resource_id" text NOT NULL,
	"tenant_slug" text,
	"result" text,
	"message" text,
	"before" jsonb,
	"after" jsonb,
	"aws_calls" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "audit_outcome_has_intent" CHECK (("audit_events"."phase" = 'outcome') = ("audit_events"."intent_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "aws_pace" (
	"quota" text PRIMARY KEY NOT NULL,
	"arrival_ms" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "domain_mappings" (
	"domain_id" uuid NOT NULL,
	"base_path" text NOT NULL,
	"rest_api_id" text NOT NULL,
	"stage" text NOT NULL,
	CONSTRAINT "domain_mappings_domain_id_base_path_pk" PRIMARY KEY("domain_id","base_path")
);
--> statement-breakpoint
CREATE TABLE "domains" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"hostname" text NOT NULL,
	"kind" text NOT NULL,
	"zone_id" text,
	"certificate_mode" text NOT NULL,
	"certificate_arn" text,
	"certificate_ours" boolean DEFAULT false NOT NULL,
	"gateway_domain_name" text NOT NULL,
	"gateway_domain_ours" boolean DEFAULT false NOT NULL,
	"intent" text DEFAULT 'present' NOT NULL,
	"pending_change_id" text,
	"status" jsonb,
	"headline" text DEFAULT 'Draft' NOT NULL,
	"actor" text DEFAULT 'us' NOT NULL,
	"headline_since" timestamp with time zone DEFAULT now() NOT NULL,
	"next_check_at" timestamp with time zone DEFAULT now(),
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domains_hostname_unique" UNIQUE("hostname")
);
--> statement-breakpoint
CREATE TABLE "inventory" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"data" jsonb NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inventory_kind_key_pk" PRIMARY KEY("kind","key")
);
--> statement-breakpoint
CREATE TABLE "inventory_sync" (
	"kind" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"contact_email" text,
	"adopted" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_sign_in_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "domain_mappings" ADD CONSTRAINT "domain_mappings_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domains" ADD CONSTRAINT "domains_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_tenant" ON "audit_events" USING btree ("tenant_slug","id");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit_events" USING btree ("actor_name","id");--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit_events" USING btree ("action","id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_one_outcome" ON "audit_events" USING btree ("intent_id") WHERE "audit_events"."phase" = 'outcome';--> statement-breakpoint
CREATE INDEX "domains_next_check" ON "domains" USING btree ("next_check_at");--> statement-breakpoint
CREATE INDEX "domains_tenant" ON "domains" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "domains_headline" ON "domains" USING btree ("headline");