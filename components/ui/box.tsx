import { useId, type ReactNode } from 'react';

type Props = {
  /** Heading; a box without one needs `label`. */
  title?: ReactNode;
  label?: string | undefined;
  /** Right of the heading: a count, a date, a link. */
  meta?: ReactNode;
  /** Before the heading. */
  icon?: ReactNode;
  footer?: ReactNode;
  id?: string | undefined;
  /** Lists and tables bring their own padding. */
  flush?: boolean | undefined;
  children: ReactNode;
};

/** A thing with its own header. Boxes are never nested. */
export function Box({ title, label, meta, icon, footer, id, flush, children }: Props) {
  const titleId = useId();
  return (
    <section className="box" id={id} {...(title ? { 'aria-labelledby': titleId } : { 'aria-label': label })}>
      {title ? (
        <header className="box-head">
          {icon}
          <h2 id={titleId}>{title}</h2>
          {meta === undefined ? null : <span className="box-meta">{meta}</span>}
        </header>
      ) : null}
      {flush ? children : <div className="box-body">{children}</div>}
      {footer ? <footer className="box-foot">{footer}</footer> : null}
    </section>
  );
}
