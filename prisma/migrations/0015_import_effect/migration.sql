-- Whose access an import would change, in the order in which its page lists them. Written by COPY, read a page at a
-- time, and cleared away with the rows the import staged.
CREATE TABLE "ImportEffect" (
    "import" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "permissions" JSONB NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ImportEffect_pkey" PRIMARY KEY ("import","list","ordinal")
);
