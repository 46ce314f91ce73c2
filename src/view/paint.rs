//! Which style each stretch of the text on the screen has.

use ratatui::style::Style;

use crate::app::bookmarks::Mark;
use crate::app::{App, Dimmed};
use crate::config::theme::Theme;
use crate::model::document::{BlockKind, Document, InlineKind};
use crate::model::quote::QuoteKind;
use crate::text::span::TextSpan;

/// Stretches with their styles, the later ones laid over the earlier.
pub struct Paint(Vec<(TextSpan, Style)>);

impl Paint {
    /// What is seen of the bytes of `range`.
    pub fn of(app: &App, document: &Document, theme: &Theme, range: TextSpan) -> Self {
        let mut paint = Self(Vec::new());
        paint.blocks(document, theme, range);
        paint.kept(app, theme, range);
        for inline in document.inlines.iter().filter(|inline| inline.span.overlaps(range)) {
            let style = match inline.kind {
                InlineKind::Emphasis => theme.emphasis,
                InlineKind::Strong => theme.strong,
                InlineKind::Code => theme.code,
                InlineKind::Link(_) => theme.link,
            };
            paint.0.push((inline.span, style));
        }
        paint.quotes(app, theme, range);
        paint.kept_letters(app, theme, range);
        paint.names(app, theme, range);
        paint.dimmed(app, theme, range);
        paint.found(app, theme, range);
        paint
    }

    fn blocks(&mut self, document: &Document, theme: &Theme, range: TextSpan) {
        let first = document.block_at(range.start).unwrap_or(0);
        let seen = document.blocks.iter().skip(first).take_while(|block| block.span.start < range.end);
        for block in seen {
            let style = match (&block.kind, block.aside) {
                (_, Some(_)) => theme.dim,
                (BlockKind::Headline | BlockKind::Heading(_), _) => theme.heading,
                (BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption, _) => theme.dim,
                (BlockKind::Standfirst, _) => theme.emphasis,
                (BlockKind::Code, _) => theme.code,
                (BlockKind::Table(table), _) if table.headed => {
                    self.0.extend(table.rows.first().into_iter().flatten().map(|span| (*span, theme.strong)));
                    continue;
                }
                _ => continue,
            };
            self.0.push((block.span, style));
        }
    }

    /// The passages that are kept, the longest first, so that one within another is seen.
    fn kept(&mut self, app: &App, theme: &Theme, range: TextSpan) {
        let mut marks: Vec<&Mark> = app.bookmarks.marks().iter().filter(|mark| mark.span.overlaps(range)).collect();
        marks.sort_by_key(|mark| std::cmp::Reverse(mark.span.len()));
        self.0.extend(marks.into_iter().map(|mark| (mark.span, theme.kept(mark.colour))));
    }

    /// The letters of what is kept have its colour also where somebody speaks, if no ground shows it.
    fn kept_letters(&mut self, app: &App, theme: &Theme, range: TextSpan) {
        let coloured = |mark: &Mark| {
            let fg = theme.kept(mark.colour).fg?;
            Some((mark.span, Style { fg: Some(fg), ..Style::new() }))
        };
        let seen = app.bookmarks.marks().iter().filter(|mark| mark.span.overlaps(range));
        self.0.extend(seen.filter_map(coloured));
    }

    fn quotes(&mut self, app: &App, theme: &Theme, range: TextSpan) {
        let selected = app.quotes.selected_quote();
        for (index, quote) in app.quotes.quotes().iter().enumerate() {
            let seen = |span: &TextSpan| span.overlaps(range);
            let voice = app.quotes.voice_number(index).and_then(|voice| theme.voices.get(voice)).copied();
            let voiced = |style: Style| voice.map_or(style, |voice| style.patch(voice));
            let content = quote.content.iter().copied().filter(seen);
            match quote.kind {
                QuoteKind::Direct => self.0.extend(content.map(|span| (span, voiced(theme.quoted)))),
                QuoteKind::Indirect => self.0.extend(content.map(|span| (span, voiced(theme.reported)))),
                QuoteKind::Mixed => {
                    self.0.extend(content.map(|span| (span, theme.reported)));
                    let text = app.reader.article.as_ref().map_or("", |article| article.document.text.as_str());
                    let words = quote.marked(text).into_iter().filter(seen);
                    self.0.extend(words.map(|span| (span, voiced(theme.quoted))));
                }
            }
            if selected == Some(index) {
                self.0.extend(quote.content.iter().filter(|span| seen(span)).map(|span| (*span, theme.chosen)));
                self.0.extend(quote.cue.filter(seen).map(|span| (span, theme.cue)));
                self.0.extend(quote.source.filter(seen).map(|span| (span, theme.source)));
                // Where one only reads in it, the cursor itself says where that is.
                let first = quote.content.first().filter(|_| app.quotes.stood_on(app.reader.cursor) == selected);
                self.0.extend(first.and_then(|span| first_word(app, *span)).map(|span| (span, theme.focused)));
            }
        }
    }

    /// All but the paragraph or the sentence, in focus mode.
    fn dimmed(&mut self, app: &App, theme: &Theme, range: TextSpan) {
        let bright = match app.view.dimmed {
            Dimmed::Nothing => return,
            Dimmed::AllButParagraph => app.reader.block(),
            Dimmed::AllButSentence => app.reader.sentence(),
        };
        self.0.push((TextSpan::new(range.start, bright.start), theme.dim));
        self.0.push((TextSpan::new(bright.end, range.end), theme.dim));
    }

    /// Hits and what is selected.
    fn found(&mut self, app: &App, theme: &Theme, range: TextSpan) {
        let first = app.found.hits.partition_point(|hit| hit.end <= range.start);
        let seen = app.found.hits.iter().enumerate().skip(first).take_while(|(_, hit)| hit.start < range.end);
        for (index, hit) in seen {
            self.0.push((*hit, if app.found.current == Some(index) { theme.focused } else { theme.found }));
        }
        self.0.extend(app.reader.selection.map(|selection| (selection, theme.focused)));
    }

    fn names(&mut self, app: &App, theme: &Theme, range: TextSpan) {
        for entity in app.entities.marked.iter().filter_map(|id| app.entities.entity(*id)) {
            let seen = entity.mentions.iter().map(|mention| mention.span).filter(|span| span.overlaps(range));
            self.0.extend(seen.map(|span| (span, theme.marked)));
        }
    }

    /// `span` cut where the style changes, each part with its style.
    pub fn pieces(&self, span: TextSpan, base: Style) -> Vec<(TextSpan, Style)> {
        let over: Vec<&(TextSpan, Style)> = self.0.iter().filter(|(painted, _)| painted.overlaps(span)).collect();
        let mut cuts: Vec<usize> = over.iter().flat_map(|(painted, _)| [painted.start, painted.end]).collect();
        cuts.retain(|cut| span.start < *cut && *cut < span.end);
        cuts.extend([span.start, span.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let style_at = |at: usize| {
            let painted = over.iter().filter(|(painted, _)| painted.contains(at));
            painted.fold(base, |style, (_, over)| style.patch(*over))
        };
        cuts.windows(2).map(|ends| (TextSpan::new(ends[0], ends[1]), style_at(ends[0]))).collect()
    }
}

/// The first word of a stretch, its speech mark included.
fn first_word(app: &App, span: TextSpan) -> Option<TextSpan> {
    let text = app.reader.article.as_ref()?.document.text.as_str();
    let word = span.of(text).split_whitespace().next()?;
    Some(TextSpan::within(text, word))
}
