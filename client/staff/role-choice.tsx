import type { Role } from '../../server/contract/access.ts';
import { useStaffTexts } from './staff-texts.ts';

const roles: readonly Role[] = ['cashier', 'manager'];

/** The roles of a person, each with a sentence about what it may do. */
export function RoleChoice({ chosen, onChoose }: { chosen: Role; onChoose: (role: Role) => void }) {
  const { access, staff } = useStaffTexts();
  return (
    <fieldset className="roles">
      <legend>{staff.role}</legend>
      {roles.map((role) => (
        <label key={role}>
          <input
            type="radio"
            name="role"
            value={role}
            checked={chosen === role}
            aria-describedby={`${role}-may`}
            onChange={() => onChoose(role)}
          />
          <span>
            {access.roles[role]}
            <small id={`${role}-may`}>{staff.roleHelp[role]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
