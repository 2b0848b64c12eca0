-- The audit log as a hash chain (docs/decisions/009-audit-chain.md). Every new row brings the SHA-256 of its content, which the
-- application computes; at commit the database links it to the row before. Rows without a digest are older than the chain.
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_has_digest" CHECK ("digest" IS NOT NULL AND "digest" ~ '^[0-9a-f]{64}$') NOT VALID;
--> statement-breakpoint
-- Words of a row for the search: parts of host names, addresses, ARNs and paths are words of their own.
CREATE FUNCTION audit_words("actor" text, "resource" text, "tenant" text, "message" text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple'::regconfig, translate(
    "actor" || ' ' || "resource" || ' ' || coalesce("tenant", '') || ' ' || coalesce("message", ''),
    '.,:;@/\_-#{}()[]"''“”=+?&%*<>|!', repeat(' ', 40)))
$$;
--> statement-breakpoint
CREATE INDEX "audit_words" ON "audit_events" USING gin (audit_words("actor_name", "resource_id", "tenant_slug", "message"));
--> statement-breakpoint
CREATE INDEX "audit_resource_type" ON "audit_events" USING btree ("resource_type", "id");
--> statement-breakpoint
CREATE INDEX "audit_bad_result" ON "audit_events" USING btree ("result", "id") WHERE "result" <> 'ok';
--> statement-breakpoint
CREATE INDEX "audit_intents" ON "audit_events" USING btree ("id") WHERE "phase" = 'intent';
--> statement-breakpoint
CREATE INDEX "audit_actor_id" ON "audit_events" USING btree ("actor_id", "id");
--> statement-breakpoint
-- The first link vouches for how many rows are older than the chain and for the newest of them.
INSERT INTO "audit_chain" ("seq", "event_id", "digest", "prev", "hash")
SELECT 0, 0, d, repeat('0', 64), encode(sha256(convert_to(
  '{"digest":"' || d || '","event":0,"prev":"' || repeat('0', 64) || '","seq":0}', 'UTF8')), 'hex')
FROM (SELECT encode(sha256(convert_to(
  '{"lastId":' || coalesce(max("id"), 0) || ',"rows":' || count(*) || '}', 'UTF8')), 'hex') AS d FROM "audit_events") AS older;
--> statement-breakpoint
-- Runs at commit, so the order of the chain is the order of commits, a rolled-back transaction leaves no gap, and the lock is
-- held only while committing. SECURITY DEFINER: the application's role needs no right to write links.
CREATE FUNCTION audit_events_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  head_seq bigint;
  head_hash text;
BEGIN
  PERFORM pg_advisory_xact_lock(7041776216);
  SELECT c.seq, c.hash INTO head_seq, head_hash FROM audit_chain c ORDER BY c.seq DESC LIMIT 1;
  IF NOT FOUND THEN
    SELECT t.seq, t.hash INTO head_seq, head_hash FROM audit_tombstones t ORDER BY t.seq DESC LIMIT 1;
  END IF;
  -- Without any beginning somebody removed the chain. The console goes on writing, and the verification says so.
  head_seq := coalesce(head_seq, 0) + 1;
  head_hash := coalesce(head_hash, repeat('0', 64));
  INSERT INTO audit_chain (seq, event_id, digest, prev, hash) VALUES (head_seq, NEW.id, NEW.digest, head_hash,
    encode(sha256(convert_to('{"digest":"' || NEW.digest || '","event":' || NEW.id || ',"prev":"' || head_hash
      || '","seq":' || head_seq || '}', 'UTF8')), 'hex'));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_events_link AFTER INSERT ON "audit_events"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_events_link();
--> statement-breakpoint
-- Links come from the trigger above alone.
CREATE FUNCTION audit_chain_refuse_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'audit_chain is written by the database alone: INSERT refused' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_chain_own_links BEFORE INSERT ON "audit_chain"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_chain_refuse_insert();
--> statement-breakpoint
-- Append-only, but for what a tombstone covers.
DROP TRIGGER audit_events_append_only ON "audit_events";
--> statement-breakpoint
DROP FUNCTION audit_events_refuse_change();
--> statement-breakpoint
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'audit_tombstones' AND EXISTS (SELECT 1 FROM audit_tombstones) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE FUNCTION audit_refuse_delete_of_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  covered boolean;
BEGIN
  IF TG_TABLE_NAME <> 'audit_events' THEN
    covered := OLD.seq <= (SELECT max(t.seq) FROM audit_tombstones t);
  ELSIF OLD.digest IS NULL THEN
    covered := OLD.at <= (SELECT max(t.until) FROM audit_tombstones t);
  ELSE
    covered := (SELECT c.seq FROM audit_chain c WHERE c.event_id = OLD.id) <= (SELECT max(t.seq) FROM audit_tombstones t);
  END IF;
  IF covered THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: DELETE refused', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_events_kept BEFORE DELETE ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_delete_of_kept();
--> statement-breakpoint
CREATE TRIGGER audit_chain_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_chain"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_chain_kept BEFORE DELETE ON "audit_chain"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_delete_of_kept();
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_checkpoints"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_kept BEFORE DELETE ON "audit_checkpoints"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_delete_of_kept();
--> statement-breakpoint
CREATE TRIGGER audit_tombstones_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_tombstones"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
--> statement-breakpoint
-- A tombstone names a link that is there, and nothing younger than the shortest retention (90 days; a day for clocks that differ).
CREATE FUNCTION audit_tombstones_check() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.seq = NEW.seq AND c.hash = NEW.hash) THEN
    RAISE EXCEPTION 'a tombstone names the last link that it covers' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.until > now() - interval '89 days' OR EXISTS (
    SELECT 1 FROM audit_chain c JOIN audit_events e ON e.id = c.event_id WHERE c.seq <= NEW.seq AND e.at > NEW.until
  ) OR EXISTS (SELECT 1 FROM audit_events e WHERE e.digest IS NULL AND e.at > NEW.until) THEN
    RAISE EXCEPTION 'a tombstone covers rows of at least 90 days ago' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_tombstones_check BEFORE INSERT ON "audit_tombstones"
  FOR EACH ROW EXECUTE FUNCTION audit_tombstones_check();
--> statement-breakpoint
-- Removes up to `most` rows that the last tombstone covers, with their links and checkpoints; answers how many rows went.
CREATE FUNCTION audit_prune("most" integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  upto bigint;
  stop bigint;
  gone integer;
  older integer := 0;
BEGIN
  SELECT max(t.seq) INTO upto FROM audit_tombstones t;
  IF upto IS NULL THEN
    RETURN 0;
  END IF;
  SELECT max(s.seq) INTO stop FROM (SELECT c.seq FROM audit_chain c WHERE c.seq <= upto ORDER BY c.seq LIMIT most) AS s;
  DELETE FROM audit_events e USING audit_chain c WHERE c.seq <= stop AND e.id = c.event_id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM audit_chain c WHERE c.seq <= stop;
  DELETE FROM audit_checkpoints k WHERE k.seq <= upto;
  IF gone < most THEN
    DELETE FROM audit_events e WHERE e.id IN (
      SELECT o.id FROM audit_events o WHERE o.digest IS NULL ORDER BY o.id LIMIT most - gone);
    GET DIAGNOSTICS older = ROW_COUNT;
  END IF;
  RETURN gone + older;
END
$$;
