-- Texts of configuration files that somebody wrote or imported. A file without a row follows from what the form says.
CREATE TABLE "ConfigText" (
    "workspaceId" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textBefore" TEXT,
    "reasons" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "ConfigText_pkey" PRIMARY KEY ("workspaceId","file")
);

-- Parts of the form that the texts decide in a way it has no field for.
ALTER TABLE "Configuration" ADD COLUMN "byText" JSONB NOT NULL DEFAULT '[]';
