CREATE TABLE "change_set_steps" (
	"change_set_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"position" integer NOT NULL,
	"operation" text NOT NULL,
	"sentence" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"request_id" text,
	"failure" text,
	CONSTRAINT "change_set_steps_change_set_id_attempt_position_pk" PRIMARY KEY("change_set_id","attempt","position")
);
--> statement-breakpoint
CREATE TABLE "change_set_versions" (
	"change_set_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"edits" jsonb NOT NULL,
	"base_hash" text NOT NULL,
	"summary" text NOT NULL,
	"author_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "change_set_versions_change_set_id_version_pk" PRIMARY KEY("change_set_id","version")
);
--> statement-breakpoint
CREATE TABLE "change_sets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "change_sets_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"rest_api_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edits" jsonb NOT NULL,
	"base_hash" text NOT NULL,
	"before_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_at" timestamp with time zone,
	"applied_by_name" text,
	"deploy_stage" text,
	"deploy_description" text,
	"deployment_id" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"failure" jsonb,
	CONSTRAINT "change_sets_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "deployments" (
	"rest_api_id" text NOT NULL,
	"id" text NOT NULL,
	"description" text,
	"created_at" timestamp with time zone NOT NULL,
	"author_name" text,
	"change_set_id" uuid,
	"snapshot_hash" text,
	"snapshot_source" text,
	"gone_at" timestamp with time zone,
	CONSTRAINT "deployments_rest_api_id_id_pk" PRIMARY KEY("rest_api_id","id")
);
--> statement-breakpoint
CREATE TABLE "route_owners" (
	"rest_api_id" text NOT NULL,
	"path" text NOT NULL,
	"owner" text NOT NULL,
	CONSTRAINT "route_owners_rest_api_id_path_pk" PRIMARY KEY("rest_api_id","path")
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"hash" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stage_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"rest_api_id" text NOT NULL,
	"stage" text NOT NULL,
	"deployment_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "working_copies" (
	"rest_api_id" text PRIMARY KEY NOT NULL,
	"snapshot_hash" text NOT NULL,
	"ids" jsonb NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "current_change_set_id" uuid;--> statement-breakpoint
ALTER TABLE "change_set_steps" ADD CONSTRAINT "change_set_steps_change_set_id_change_sets_id_fk" FOREIGN KEY ("change_set_id") REFERENCES "public"."change_sets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_set_versions" ADD CONSTRAINT "change_set_versions_change_set_id_change_sets_id_fk" FOREIGN KEY ("change_set_id") REFERENCES "public"."change_sets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_set_versions" ADD CONSTRAINT "change_set_versions_base_hash_snapshots_hash_fk" FOREIGN KEY ("base_hash") REFERENCES "public"."snapshots"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_sets" ADD CONSTRAINT "change_sets_base_hash_snapshots_hash_fk" FOREIGN KEY ("base_hash") REFERENCES "public"."snapshots"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_sets" ADD CONSTRAINT "change_sets_before_hash_snapshots_hash_fk" FOREIGN KEY ("before_hash") REFERENCES "public"."snapshots"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_snapshot_hash_snapshots_hash_fk" FOREIGN KEY ("snapshot_hash") REFERENCES "public"."snapshots"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_copies" ADD CONSTRAINT "working_copies_snapshot_hash_snapshots_hash_fk" FOREIGN KEY ("snapshot_hash") REFERENCES "public"."snapshots"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_sets_state" ON "change_sets" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "change_sets_one_writer" ON "change_sets" USING btree ("rest_api_id") WHERE "change_sets"."state" in ('applying', 'undoing');--> statement-breakpoint
CREATE INDEX "stage_events_stage" ON "stage_events" USING btree ("rest_api_id","stage","id");