//! Figures of one thing that was measured several times.

use std::time::Duration;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Milliseconds,
    Seconds,
    MiB,
    Megabytes,
    PerMinute,
    Percent,
}

/// The same thing, measured several times.
#[derive(Debug, Clone)]
pub(crate) struct Series {
    unit: Unit,
    values: Vec<f64>,
}

impl Series {
    pub(crate) const fn new(unit: Unit) -> Self {
        Self { unit, values: Vec::new() }
    }

    pub(crate) fn of(unit: Unit, values: Vec<f64>) -> Self {
        Self { unit, values }
    }

    pub(crate) fn add(&mut self, value: f64) {
        self.values.push(value);
    }

    pub(crate) fn add_time(&mut self, time: Duration) {
        let seconds = time.as_secs_f64();
        self.add(if self.unit == Unit::Seconds { seconds } else { seconds * 1000.0 });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub(crate) fn median(&self) -> f64 {
        self.at(50)
    }

    /// The value below which so many of a hundred lie.
    pub(crate) fn at(&self, percent: usize) -> f64 {
        let mut sorted = self.values.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        sorted.get((sorted.len() * percent / 100).min(last)).copied().unwrap_or(f64::NAN)
    }

    /// The median and, in brackets, the least and the most.
    pub(crate) fn shown(&self) -> String {
        let (least, most) = (self.at(0), self.at(100));
        match self.values.len() {
            0 => "–".to_owned(),
            1 => self.unit.shown(self.median()),
            _ => format!("{} ({}–{})", self.unit.shown(self.median()), self.unit.number(least), self.unit.number(most)),
        }
    }

    /// The median and the 99th percentile.
    pub(crate) fn shown_with_tail(&self) -> String {
        if self.values.is_empty() {
            return "–".to_owned();
        }
        format!("{} / {}", self.unit.number(self.median()), self.unit.shown(self.at(99)))
    }

    /// How this stands to another, by their medians.
    pub(crate) fn ratio(&self, other: &Self) -> f64 {
        self.median() / other.median()
    }
}

impl Unit {
    pub(crate) fn shown(self, value: f64) -> String {
        format!("{}{}", self.number(value), self.name())
    }

    fn number(self, value: f64) -> String {
        match value.abs() {
            v if v >= 100.0 => format!("{value:.0}"),
            v if v >= 10.0 => format!("{value:.1}"),
            v if v < 0.1 => format!("{value:.3}"),
            _ => format!("{value:.2}"),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Milliseconds => " ms",
            Self::Seconds => " s",
            Self::MiB => " MiB",
            Self::Megabytes => " MB",
            Self::PerMinute => "/min",
            Self::Percent => " %",
        }
    }
}
