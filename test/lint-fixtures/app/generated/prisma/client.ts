export const Prisma = 1
