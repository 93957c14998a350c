import { permissions as catalog } from '#lib/catalog/permissions';
import { levelOf, type Grants } from '#lib/domain/rbac/grants';
import { permissionLabel } from '#lib/domain/rbac/permission';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { grantWords } from './grant-words';

/** What is granted and, in the tri-state model, what is off; for whoever may read and not change. */
export function SaidList({ said, model }: { said: Grants; model: ResolutionModel }) {
  const keys = Object.keys(said).filter((key) => levelOf(said[key]) > 0 || model === 'tri-state');
  if (keys.length === 0) return <p>Nothing is granted.</p>;
  return (
    <ul className="grid gap-1">
      {keys.map((key) => (
        <li key={key}>
          {permissionLabel(key, catalog)} <span className="meta">{grantWords(key, said[key], model)}</span>
        </li>
      ))}
    </ul>
  );
}
