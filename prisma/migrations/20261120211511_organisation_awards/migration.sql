-- CreateTable
CREATE TABLE "OrganisationAward" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "awardId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "number" TEXT NOT NULL,
    "confirmedById" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OrganisationAward_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationAward_number_key" ON "OrganisationAward"("number");

-- CreateIndex
CREATE UNIQUE INDEX "OrganisationAward_eventId_awardId_name_key" ON "OrganisationAward"("eventId", "awardId", "name");

-- AddForeignKey
ALTER TABLE "OrganisationAward" ADD CONSTRAINT "OrganisationAward_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
