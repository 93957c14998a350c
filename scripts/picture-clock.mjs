// Loaded into the application while pictures are taken of it: its clock stands at the instant that the file
// PICTURE_CLOCK names holds, so that pictures change only when the product does.
import fs from 'node:fs';

const RealDate = Date;
const instant = () => RealDate.parse(fs.readFileSync(process.env.PICTURE_CLOCK ?? '', 'utf8'));

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [instant()] : args, newTarget),
  apply: () => new RealDate(instant()).toString(),
  get: (target, key) => (key === 'now' ? instant : Reflect.get(target, key)),
});
