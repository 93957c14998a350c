import { Icon, type IconName, type Tone } from './icon';

export type Figure = {
  term: string;
  icon: IconName;
  tone: Tone;
  value: number;
  /** What the number is of, or what it is about. */
  note: string;
};

/** Four numbers in one row; the first is the one that matters most. */
export function Figures({ label, figures }: { label: string; figures: readonly Figure[] }) {
  return (
    <section className="box" aria-label={label}>
      <dl className="figures">
        {figures.map(({ term, icon, tone, value, note }) => (
          <div key={term}>
            <dt>
              <Icon name={icon} tone={tone} />
              {term}
            </dt>
            <dd className="figure">{value.toLocaleString('en')}</dd>
            <dd className="figure-note">{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
