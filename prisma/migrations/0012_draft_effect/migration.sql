-- How many people lost, gained and left the defaults when a draft was applied; null for those applied before this.
ALTER TABLE "AccessDraft" ADD COLUMN "appliedEffect" JSONB;
