-- Changes to roles, groups and memberships that are looked at before they are applied.
CREATE TABLE "AccessDraft" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "base" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),
    "appliedBy" TEXT,

    CONSTRAINT "AccessDraft_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "AccessDraft_workspaceId_changedAt_idx" ON "AccessDraft"("workspaceId", "changedAt");
