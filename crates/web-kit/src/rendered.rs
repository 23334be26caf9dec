//! Answers made once and sent often: serialised, compressed and tagged beforehand.

use std::io::Write as _;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use flate2::{Compression, write::GzEncoder};
use serde::Serialize;
use yanzhi_kernel::Digest;

use crate::{Problem, etag};

/// The bytes of an answer, plain and compressed, with their entity tag.
#[derive(Clone, Debug)]
pub struct Rendered {
    plain: Bytes,
    gzip: Bytes,
    tag: HeaderValue,
}

impl Rendered {
    /// Renders an answer as JSON.
    ///
    /// # Errors
    /// [`Problem::internal`] when the answer has no JSON form.
    pub fn json(answer: &impl Serialize) -> Result<Self, Problem> {
        Self::of(answer).map_err(|error| {
            tracing::error!(%error, "an answer has no JSON form");
            Problem::internal()
        })
    }

    fn of(answer: &impl Serialize) -> Result<Self, Box<dyn std::error::Error>> {
        let plain = serde_json::to_vec(answer)?;
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&plain)?;
        Ok(Self {
            gzip: encoder.finish()?.into(),
            tag: etag::of(&Digest::of(&plain))?,
            plain: plain.into(),
        })
    }

    /// How much memory it takes.
    pub fn size(&self) -> usize {
        self.plain.len() + self.gzip.len()
    }

    /// The answer in the form the visitor's headers accept.
    pub fn answer(&self, headers: &HeaderMap) -> Response {
        let is_compressed = accepts_gzip(headers);
        let bytes = if is_compressed {
            &self.gzip
        } else {
            &self.plain
        };
        let mut response = Response::new(Body::from(bytes.clone()));
        let own = response.headers_mut();
        let json = HeaderValue::from_static("application/json");
        own.insert(header::CONTENT_TYPE, json);
        own.insert(header::ETAG, self.tag.clone());
        if is_compressed {
            let gzip = HeaderValue::from_static("gzip");
            own.insert(header::CONTENT_ENCODING, gzip);
        }
        response
    }
}

/// Whether `Accept-Encoding` names gzip, and not with `q=0`.
fn accepts_gzip(headers: &HeaderMap) -> bool {
    let lists = headers.get_all(header::ACCEPT_ENCODING).iter();
    let mut words = lists
        .filter_map(|list| list.to_str().ok())
        .flat_map(|list| list.split(','));
    words.any(|word| {
        let (name, weight) = word.split_once(';').unwrap_or((word, "q=1"));
        let weight = weight.trim().trim_start_matches("q=").parse::<f32>();
        name.trim().eq_ignore_ascii_case("gzip") && weight.is_ok_and(|weight| weight > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use http_body_util::BodyExt as _;

    use super::*;

    fn headers(accepted: &'static str) -> HeaderMap {
        let value = HeaderValue::from_static(accepted);
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, value)])
    }

    #[test]
    fn gzip_is_sent_to_those_who_accept_it() {
        for (accepted, expected) in [
            ("gzip, deflate, br", true),
            ("br;q=1.0, gzip;q=0.8", true),
            ("GZIP", true),
            ("gzip;q=0", false),
            ("br", false),
            ("gzip;q=much", false),
        ] {
            assert_eq!(accepts_gzip(&headers(accepted)), expected, "{accepted}");
        }
        assert!(!accepts_gzip(&HeaderMap::new()));
    }

    #[tokio::test]
    async fn both_forms_say_the_same_under_one_tag() {
        let rendered = Rendered::json(&["宁波"]).unwrap();
        let plain = rendered.answer(&HeaderMap::new());
        let gzip = rendered.answer(&headers("gzip"));
        assert_eq!(plain.headers()[header::ETAG], gzip.headers()[header::ETAG]);
        let packed = gzip.into_body().collect().await.unwrap().to_bytes();
        let mut unpacked = String::new();
        let mut decoder = flate2::read::GzDecoder::new(packed.as_ref());
        decoder.read_to_string(&mut unpacked).unwrap();
        let plain = plain.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(unpacked.as_bytes(), plain.as_ref());
        assert_eq!(unpacked, "[\"宁波\"]");
    }
}
