-- CreateTable
CREATE TABLE "NameAlias" (
    "organisationId" TEXT NOT NULL,
    "spelling" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,

    CONSTRAINT "NameAlias_pkey" PRIMARY KEY ("organisationId","spelling")
);

-- CreateTable
CREATE TABLE "NameChange" (
    "organisationId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "NameChange_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "NameChange_organisationId_createdAt_idx" ON "NameChange"("organisationId", "createdAt");

-- AddForeignKey
ALTER TABLE "NameAlias" ADD CONSTRAINT "NameAlias_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NameChange" ADD CONSTRAINT "NameChange_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NameChange" ADD CONSTRAINT "NameChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
