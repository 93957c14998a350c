-- The configuration as it was at one moment. A version is written once; what happens to it stands beside it.
CREATE TABLE "ConfigVersion" (
    "workspaceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "origin" JSONB NOT NULL,
    "files" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "authors" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConfigVersion_pkey" PRIMARY KEY ("workspaceId","number")
);

CREATE TABLE "ConfigApproval" (
    "workspaceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConfigApproval_pkey" PRIMARY KEY ("workspaceId","number"),
    CONSTRAINT "ConfigApproval_workspaceId_number_fkey" FOREIGN KEY ("workspaceId","number") REFERENCES "ConfigVersion"("workspaceId","number") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "ConfigRelease" (
    "workspaceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "exceptions" JSONB NOT NULL,
    "byId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConfigRelease_pkey" PRIMARY KEY ("workspaceId","number"),
    CONSTRAINT "ConfigRelease_workspaceId_number_fkey" FOREIGN KEY ("workspaceId","number") REFERENCES "ConfigVersion"("workspaceId","number") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are written once', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER written_once BEFORE UPDATE ON "ConfigVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE ON "ConfigRelease" FOR EACH ROW EXECUTE FUNCTION refuse_change();
