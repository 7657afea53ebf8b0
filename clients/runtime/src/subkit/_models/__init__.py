"""The data: models with their fields and enums, and the schemas that describe them."""

from .decoding import Reader as Reader
from .enum import OpenIntEnum as OpenIntEnum
from .enum import OpenStrEnum as OpenStrEnum
from .fields import as_date as as_date
from .fields import as_enum as as_enum
from .fields import as_given as as_given
from .fields import as_model as as_model
from .fields import as_models as as_models
from .fields import as_moment as as_moment
from .fields import as_uuid as as_uuid
from .fields import kind_of as kind_of
from .fields import missing as missing
from .fields import odd as odd
from .fields import read_all as read_all
from .model import Model as Model
from .model import UnknownVariant as UnknownVariant
from .schema import Notes as Notes
from .schema import Schema as Schema
