"""The data: models with their fields and enums, and the schemas that describe them."""

from .enum import OpenIntEnum as OpenIntEnum
from .enum import OpenStrEnum as OpenStrEnum
from .fields import Field as Field
from .fields import OptionalField as OptionalField
from .fields import field as field
from .model import Model as Model
from .model_class import model as model
