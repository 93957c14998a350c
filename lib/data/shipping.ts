import 'server-only';
import { z } from 'zod';
import { systems } from '#lib/domain/validation/check';
import { Prisma } from '#prisma-client';
import { onePart } from './facts-part';

const time = z.coerce.date().nullable();

/** When machines of a system that hold something were seen last: one step into an index, whatever the fleet's size. */
const newest = (holds: Prisma.Sql) =>
  Prisma.sql`(select max(m."seenAt") from "Machine" m where m."workspaceId" = w.id and m."os" = s.os ${holds})`;

/** The current release and, for each system, a few times; null while nothing was released. */
export const shippingPart = onePart(
  Prisma.sql`
    select r."number" as "release", v."sha256", (
      select json_agg(json_build_object(
        'os', s.os,
        'expected', case s.os when 'linux' then f."linux" when 'macos' then f."macos" else f."windows" end,
        'matchesAt', ${newest(Prisma.sql`and m."holds" = v."sha256"`)},
        'differsAt', ${newest(Prisma.sql`and m."holds" = ''`)},
        'seenAt', ${newest(Prisma.empty)}
      ) order by s.n)
      from unnest(array['linux', 'macos', 'windows']) with ordinality s(os, n)
      left join "FleetSize" f on f."workspaceId" = w.id
    ) as "systems"
    from "ConfigRelease" r
    join "ConfigVersion" v on v."workspaceId" = r."workspaceId" and v."number" = r."number"
    where r."workspaceId" = w.id
    order by r."at" desc, r."number" desc limit 1`,
  z
    .object({
      release: z.int(),
      sha256: z.string(),
      systems: z.array(
        z.object({
          os: z.enum(systems),
          expected: z.int().nullable(),
          matchesAt: time,
          differsAt: time,
          seenAt: time,
        }),
      ),
    })
    .nullable(),
);
