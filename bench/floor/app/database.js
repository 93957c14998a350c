import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#prisma-client';

export const db = new PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 10 }),
});
